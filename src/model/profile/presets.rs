//! Profiles that come with the program.

use super::{ON, Parameter, Profile};

/// The national standard first, then what many units do.
pub fn presets() -> Vec<Profile> {
    use Parameter as P;
    let preset = |name: &str, values: &[(Parameter, &str)]| {
        let named = Profile { name: name.to_owned(), ..Profile::default() };
        values.iter().fold(named, |profile, (it, value)| profile.with(*it, value))
    };
    vec![
        Profile::default(),
        preset("页码居中", &[(P::NumberPlace, "center")]),
        // 28 points leave 7.7 mm free above the foot and are safe in every program.
        preset("28磅行距", &[(P::LinePitch, "28")]),
        preset(
            "Windows自带字体",
            &[
                (P::FangSongFont, "仿宋"),
                (P::KaiTiFont, "楷体"),
                // Comes with Office; Windows itself has nothing nearer to 小标宋.
                (P::XiaoBiaoSongFont, "华文中宋"),
            ],
        ),
        // 北京市财政局, 绩效报告编报说明: title and headings in bold 宋体.
        preset(
            "财政绩效报告",
            &[
                (P::TitleFace, "songti"),
                (P::TitleBold, ON),
                (P::Heading1Face, "songti"),
                (P::Heading1Bold, ON),
                (P::Heading2Face, "songti"),
                (P::Heading2Bold, ON),
                (P::Heading3Face, "songti"),
                (P::Heading3Bold, ON),
                (P::NumberPlace, "center"),
            ],
        ),
    ]
}

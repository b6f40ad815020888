//! Why a file is not imported. Each says what the file is; the rim says what to
//! do about it.

/// Why a file is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Larger than [`super::LIMIT`].
    #[error("the file is larger than {} MB; save the report without pictures and try again", super::LIMIT / 1024 / 1024)]
    TooLarge,
    /// Nothing in it, or blank lines only.
    #[error("the file has no text in it")]
    Empty,
    /// Neither a text in a known encoding nor a document.
    #[error("the file is not a text: it holds bytes of a program or a picture")]
    Binary,
    /// A text in an encoding that is none of UTF-8, UTF-16 and GB18030.
    #[error("the text is in an encoding that is not known; save it as UTF-8 and try again")]
    Encoding,
    /// PDF.
    #[error("the file is a PDF; open it in Word or WPS, save it as .docx and try again")]
    Pdf,
    /// A picture.
    #[error("the file is a picture; text in pictures cannot be read")]
    Picture,
    /// Word 97 to 2003.
    #[error("the file is an old .doc; open it in Word or WPS, save it as .docx and try again")]
    Doc,
    /// WPS Writer's own format.
    #[error("the file is a .wps; open it in WPS, save it as .docx and try again")]
    Wps,
    /// An old or new spreadsheet or slides.
    #[error("the file is a spreadsheet or slides; copy what is wanted and paste it")]
    Sheet,
    /// RTF.
    #[error("the file is rich text (RTF); open it in Word or WPS, save it as .docx and try again")]
    Rtf,
    /// OpenDocument.
    #[error("the file is an OpenDocument; open it in its program, save it as .docx and try again")]
    OpenDocument,
    /// A saved web page.
    #[error("the file is a web page; open it in a browser, copy the report and paste it")]
    WebPage,
    /// A zip, but no docx.
    #[error("the file is an archive and no Word document; unpack it and choose the document in it")]
    Archive,
    /// Protected by a password.
    #[error("the document is protected by a password; remove it in Word or WPS and try again")]
    Encrypted,
    /// Would be larger than can be when unpacked.
    #[error("the document unpacks to more than a report can be; it is damaged or made to do harm")]
    Bomb,
    /// A part of it is a document type or refers to entities outside.
    #[error("the document has declarations (DTD) that no Word document has; it is not read")]
    Declarations,
    /// A part that every docx has is not there.
    #[error(
        "the document lacks a part ({0}); open it in Word or WPS, which may mend it, save it again and try again"
    )]
    MissingPart(&'static str),
    /// The container or a part of it cannot be read.
    #[error(
        "the document is damaged ({0}); open it in Word or WPS, which may mend it, save it again and try again"
    )]
    Damaged(&'static str),
}

impl Refusal {
    /// The same sentence in Chinese, for the command line.
    pub fn chinese(self) -> String {
        let text = match self {
            Self::TooLarge => {
                return format!("文件超过 {} MB，请去掉图片后另存再试", super::LIMIT / 1024 / 1024);
            }
            Self::Empty => "文件里没有文字",
            Self::Binary => "这不是文本文件，里面是程序或图片的数据",
            Self::Encoding => "文本编码认不出来，请另存为 UTF-8 再试",
            Self::Pdf => "这是 PDF 文件，请用 Word 或 WPS 打开，另存为 .docx 再试",
            Self::Picture => "这是图片，图片里的文字读不出来",
            Self::Doc => "这是旧版 .doc 文件，请用 Word 或 WPS 打开，另存为 .docx 再试",
            Self::Wps => "这是 .wps 文件，请用 WPS 打开，另存为 .docx 再试",
            Self::Sheet => "这是表格或幻灯片文件，请复制需要的内容后粘贴",
            Self::Rtf => "这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 再试",
            Self::OpenDocument => "这是 OpenDocument 文件，请用原来的软件打开，另存为 .docx 再试",
            Self::WebPage => "这是网页文件，请在浏览器里打开，复制正文后粘贴",
            Self::Archive => "这是压缩包，不是 Word 文档，请解压后选择里面的文档",
            Self::Encrypted => "文档有密码保护，请在 Word 或 WPS 里去掉密码再试",
            Self::Bomb => "文档解开后大得不合常理，可能已损坏或有恶意，不予读取",
            Self::Declarations => "文档里有 Word 文档不该有的声明（DTD），不予读取",
            Self::MissingPart(part) => {
                return format!("文档缺少一部分（{part}），请用 Word 或 WPS 打开修复，另存后再试");
            }
            Self::Damaged(part) => {
                return format!("文档已损坏（{part}），请用 Word 或 WPS 打开修复，另存后再试");
            }
        };
        text.to_owned()
    }
}

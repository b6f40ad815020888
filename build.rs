//! Turns `locales/` into code, when the page is built.

fn main() {
    println!("cargo::rerun-if-changed=locales");
    #[cfg(feature = "web")]
    locales::write();
}

#[cfg(feature = "web")]
mod locales {
    use std::path::Path;

    use leptos_i18n_codegen::load_locales::load_locales;
    use leptos_i18n_parser::parse_locales::options::Config;
    use leptos_i18n_parser::parse_locales::parse_locales;

    /// Writes the module `i18n`. A key that one language lacks is a call of a
    /// deprecated function there, which `src/ui/words.rs` denies.
    pub(crate) fn write() {
        let mut config = Config::new("zh-CN").expect("a locale name");
        config = config.add_locale("en").expect("a locale name");
        config.options = config.options.interpolate_display(true);
        let parsed = match parse_locales(None, config) {
            Ok(parsed) => parsed,
            Err(error) => panic!("locales/: {error}"),
        };
        let code = match load_locales(&parsed, None, true, None, false) {
            Ok(code) => code.to_string(),
            Err(error) => panic!("locales/: {error}"),
        };
        let dir = std::env::var_os("OUT_DIR").expect("cargo sets it");
        std::fs::write(Path::new(&dir).join("i18n.rs"), code).expect("cargo made the folder");
    }
}

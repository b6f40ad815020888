//! The page's program as a classic script: under `file://` there are no modules.

use std::fs;
use std::path::Path;

use super::beside;
use crate::markup;
use crate::project::{Failure, Outcome};

/// How the page names its program.
const PRELOADED: &str = "modulepreload";

/// Where the module asks for its own address, to find its wasm beside it. The
/// single file hands the wasm over, so it never does.
const ADDRESS: &str = "import.meta.url";

/// The glue that the served page loads, as a script that defines `wasm_bindgen` as
/// the one for workers does, and its wasm.
pub(super) fn program(index: &str, dist: &Path) -> Outcome<(String, Vec<u8>)> {
    let tags = markup::tags(index);
    let link = tags.iter().find(|it| it.attribute("rel") == Some(PRELOADED));
    let name = link
        .and_then(|it| it.attribute("href"))
        .ok_or_else(|| Failure::new("dist/index.html preloads no program"))?;
    let glue = script(&beside(dist, name)?).ok_or_else(|| {
        Failure::new(format!("{name} is not the module that wasm-bindgen writes"))
    })?;
    let wasm = name.trim_start_matches("./").replace(".js", "_bg.wasm");
    Ok((glue, fs::read(dist.join(wasm))?))
}

/// The module as a script; none where it is not as wasm-bindgen writes it.
fn script(module: &str) -> Option<String> {
    let (body, exported) = module.trim_end().rsplit_once("export")?;
    let list = exported.trim().strip_prefix('{')?.trim_end_matches(';').strip_suffix('}')?;
    let init = list.split(',').find_map(|it| it.trim().strip_suffix(" as default"))?;
    if body.contains("import ") || body.contains("import{") || body.matches(ADDRESS).count() != 1 {
        return None;
    }
    let body = body.replace(ADDRESS, "location.href");
    // A module is strict, and what it declares is its own.
    Some(format!("const wasm_bindgen=(()=>{{\"use strict\";{body};return {init}}})();"))
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn a_module_becomes_a_script() {
        let module = "let a=1;function X(){}async function Y(){new URL(\"a\",import.meta.url)}\
                      export{X as initSync,Y as default};\n";
        let expected = "const wasm_bindgen=(()=>{\"use strict\";let a=1;function X(){}\
                        async function Y(){new URL(\"a\",location.href)};return Y})();";
        assert_eq!(script(module).as_deref(), Some(expected));
        let plain = "import.meta.url;\nexport { initSync, __wbg_init as default };\n";
        assert!(script(plain).is_some_and(|it| it.ends_with(";return __wbg_init})();")));
    }

    #[test]
    fn another_module_is_refused() {
        let whole = "import.meta.url;export{Y as default};";
        assert!(script(whole).is_some());
        for (was, becomes) in
            [("Y as default", "Y"), ("import.meta.url", ""), ("import.meta", "import a from b;")]
        {
            assert_eq!(script(&whole.replace(was, becomes)), None, "{becomes}");
        }
    }
}

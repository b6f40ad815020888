//! Mounts the page.

use chengwen::app::{App, AppProps};
use chengwen::locale::Locale;
use chengwen::ui::desk::open_shelf;
use chengwen::ui::exporter;
use chengwen::ui::rescue;
use leptos::prelude::IntoView;

/// What the page may load is counted, and it allocates little.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    rescue::survive_panics();
    // Leptos has no executor of its own before it is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let (shelf, mended) = open_shelf().await;
        if shelf.setting("language").as_deref() == Some(Locale::English.tag()) {
            // Without its words the page speaks Chinese.
            exporter::speak(Locale::English).await;
        }
        leptos::mount::mount_to_body(move || App(AppProps { shelf, mended }).into_view());
    });
}

//! The pointer, where a press is not enough.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::find::Locator;
use crate::old_chromium;
use crate::session::Session;

impl Session {
    /// Takes hold of one element and lets go on another: on its upper or its
    /// lower half.
    #[track_caller]
    pub fn drag(&self, from: &Locator<'_>, to: &Locator<'_>, lower: bool) {
        // Places in the window: not every driver can go by elements here.
        const MIDDLE: &str = "const it = arguments[0].getBoundingClientRect();
            return [it.x + it.width / 2, it.y + it.height / 2, it.height]";
        let boxes = [from, to].map(|it| it.script(MIDDLE, &[]));
        let length = |it: &Value| it.as_f64().unwrap_or_default().round() as i64;
        let middle = |it: &Value| (length(&it[0]), length(&it[1]));
        let edge = length(&boxes[1][2]) / 2 - 3;
        let edge = if lower { edge } else { -edge };
        let below = |(x, y): (i64, i64), dy: i64| (x, y + dy);
        let (from, to) = (middle(&boxes[0]), middle(&boxes[1]));
        // A drag begins with the first few pixels.
        let path = [below(from, edge.signum() * 5), to, below(to, edge)];
        if self.engine() == Engine::OldChromium {
            let dragged = old_chromium::drag(self.driver(), from, &path);
            dragged.unwrap_or_else(|it| panic!("cannot drag: {it}"));
            return;
        }
        let at =
            |(x, y): (i64, i64)| json!({ "type": "pointerMove", "duration": 80, "x": x, "y": y });
        let pause = json!({ "type": "pause", "duration": 60 });
        let mut actions = vec![at(from), json!({ "type": "pointerDown", "button": 0 })];
        for place in path {
            actions.extend([pause.clone(), at(place)]);
        }
        actions.extend([pause, json!({ "type": "pointerUp", "button": 0 })]);
        self.act(json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": actions,
        }));
    }
}

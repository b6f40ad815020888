//! The place in the page that the address names, so that reload and back keep it.

use crate::model::draft::NodeId;
use crate::model::edit::Place;

/// A screen, and the place on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// The list of drafts.
    #[default]
    Home,
    /// The choice of a kind for a new report.
    New,
    /// A report from a file or from the clipboard becomes a draft.
    Import,
    /// A draft on the workbench.
    Draft {
        /// The draft's id.
        id: String,
        /// The form that is open.
        place: Place,
    },
}

impl Route {
    /// Reads the fragment of an address, `#/d/ID/NODE`; what is not understood
    /// leads home.
    pub fn parse(hash: &str) -> Self {
        let mut words = hash.trim_start_matches('#').split('/').filter(|it| !it.is_empty());
        match (words.next(), words.next(), words.next()) {
            (Some("new"), None, _) => Self::New,
            (Some("import"), None, _) => Self::Import,
            (Some("d"), Some(id), node) if is_id(id) => {
                let place = match node {
                    Some("elements") => Place::Elements,
                    Some("layout") => Place::Layout,
                    Some(node) => node.parse().map_or(Place::Head, |it| Place::Node(NodeId(it))),
                    None => Place::Head,
                };
                Self::Draft { id: id.to_owned(), place }
            }
            _ => Self::Home,
        }
    }

    /// Writes the fragment.
    pub fn hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::New => "#/new".to_owned(),
            Self::Import => "#/import".to_owned(),
            Self::Draft { id, place: Place::Head } => format!("#/d/{id}"),
            Self::Draft { id, place: Place::Elements } => format!("#/d/{id}/elements"),
            Self::Draft { id, place: Place::Layout } => format!("#/d/{id}/layout"),
            Self::Draft { id, place: Place::Node(node) } => format!("#/d/{id}/{}", node.0),
        }
    }

    /// The draft that the route names.
    pub fn draft(&self) -> Option<&str> {
        match self {
            Self::Draft { id, .. } => Some(id),
            Self::Home | Self::New | Self::Import => None,
        }
    }

    /// The place within the draft.
    pub fn place(&self) -> Place {
        match self {
            Self::Draft { place, .. } => *place,
            Self::Home | Self::New | Self::Import => Place::Head,
        }
    }
}

/// Whether an id can stand in an address and in a storage key as it is.
pub fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back() {
        let id = "d-1".to_owned();
        let routes = [
            Route::Home,
            Route::New,
            Route::Import,
            Route::Draft { id: id.clone(), place: Place::Head },
            Route::Draft { id, place: Place::Node(NodeId(12)) },
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn anything_else_leads_home() {
        for hash in ["", "#", "#/x", "#/d", "#/d/../etc", "#/d/<b>/1", "#/new/1"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
    }
}

//! What each page says: view models made from what an edition has published.

pub mod view;

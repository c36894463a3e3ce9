//! The index of the search as classic scripts, which pages from disk may load: `search/index.js` says
//! how many shards there are, the others hold them.

use serde::Serialize;

use crate::report::view::{SearchEntry, SearchGroup};

/// The folder of the index.
pub const FOLDER: &str = "search/";

/// As many things as one shard holds: a quarter of a megabyte or so.
const SHARD: usize = 2_000;

/// The files of an index, by path from the site's root.
pub fn shards(groups: Vec<SearchGroup>) -> Vec<(String, String)> {
    let shards = parted(groups);
    let index = format!("svodSearch.shards = {};\n", shards.len());
    let index = std::iter::once((format!("{FOLDER}index.js"), index));
    let shards = shards.iter().enumerate().map(|(at, groups)| {
        (format!("{FOLDER}{}.js", at + 1), format!("svodSearch.add({at}, {});\n", script(groups)))
    });
    index.chain(shards).collect()
}

/// Groups in order, cut wherever a shard is full.
fn parted(groups: Vec<SearchGroup>) -> Vec<Vec<SearchGroup>> {
    let mut shards: Vec<Vec<SearchGroup>> = Vec::new();
    let mut room = 0;
    for group in groups {
        let mut rest: Vec<SearchEntry> = group.entries;
        while !rest.is_empty() {
            if room == 0 {
                shards.push(Vec::new());
                room = SHARD;
            }
            let later = rest.split_off(rest.len().min(room));
            room -= rest.len();
            let (kind, words, place) =
                (group.kind.clone(), group.words.clone(), group.place.clone());
            let part = SearchGroup { kind, words, place, entries: rest };
            shards.last_mut().into_iter().for_each(|shard| shard.push(part.clone()));
            rest = later;
        }
    }
    shards
}

/// A value as JavaScript that holds no tag, wherever it is put.
fn script(value: &impl Serialize) -> String {
    // Only strings could fail to be written, and none of ours does.
    serde_json::to_string(value).unwrap_or_default().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(kind: &str, entries: usize) -> SearchGroup {
        let entry = |at| SearchEntry {
            title: format!("{kind} {at} </script>"),
            to: format!("{at}.html"),
            also: if at == 0 { "иначе".to_owned() } else { String::new() },
        };
        let (words, place) = (String::new(), String::new());
        SearchGroup { kind: kind.into(), words, place, entries: (0..entries).map(entry).collect() }
    }

    #[test]
    fn shards_hold_everything_in_order_and_no_tag() {
        let groups = vec![group("a", 3), group("b", SHARD), group("c", 1)];
        let parted = parted(groups.clone());
        let counts: Vec<Vec<usize>> =
            parted.iter().map(|shard| shard.iter().map(|g| g.entries.len()).collect()).collect();
        assert_eq!(counts, [vec![3, SHARD - 3], vec![3, 1]]);
        let order = |groups: &[SearchGroup]| {
            groups.iter().flat_map(|g| g.entries.clone()).map(|e| e.title).collect::<Vec<_>>()
        };
        assert_eq!(order(&parted.concat()), order(&groups));

        let files = shards(vec![group("a", 2)]);
        assert_eq!(files[0], ("search/index.js".into(), "svodSearch.shards = 1;\n".into()));
        let expected = "svodSearch.add(0, [{\"kind\":\"a\",\"entries\":[\
                        [\"a 0 \\u003c/script>\",\"0.html\",\"иначе\"],\
                        [\"a 1 \\u003c/script>\",\"1.html\"]]}]);\n";
        assert_eq!(files[1], ("search/1.js".into(), expected.into()));
    }

    #[test]
    fn nothing_to_find_is_no_shard() {
        let index = ("search/index.js".into(), "svodSearch.shards = 0;\n".into());
        assert_eq!(shards(Vec::new()), [index]);
    }
}

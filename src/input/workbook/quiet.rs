//! A panic of a foreign reader is a broken file, not the end of the program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::Refusal;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs a foreign reader; its panic becomes a refusal, and nothing of it is printed.
pub(super) fn quietly<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                loud(panic);
            }
        }));
    });
    QUIET.set(true);
    // What is half read is thrown away with the refusal.
    let read = catch_unwind(AssertUnwindSafe(read));
    QUIET.set(false);
    read.unwrap_or_else(|_| Err(Refusal::Broken("the parts of the file contradict".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_refusal() {
        let refused = quietly::<()>(|| panic!("a foreign reader gave up"));
        assert!(matches!(refused, Err(Refusal::Broken(_))));
        assert_eq!(quietly(|| Ok(1)), Ok(1));
    }
}

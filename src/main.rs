//! The command: arguments in, exit status out.

fn main() -> svod::cli::Status {
    svod::cli::run(std::env::args_os())
}

//! `--help` that teaches, in the language asked for.
//!
//! The shape of the command line comes from `args`, its words from the catalogues: `help-<command>`
//! says what a command does, `help-<command>-usage` and `help-<command>-examples` how it is given,
//! `help-<command>-<argument>` what an argument means, `help-value-<name>` what stands for its value.

use clap::{Command, CommandFactory};

use super::args::CommandLine;
use crate::text::Text;

/// The command line, with its help in the language of `text`.
pub fn command(text: &Text) -> Command {
    let say = |key: String| text.get(&key);
    let mut command = with_words(CommandLine::command(), "svod", &say)
        .subcommand_help_heading(say("help-commands".into()));
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| with_words(sub, &name, &say));
    }
    command
}

fn with_words(mut command: Command, name: &str, say: &dyn Fn(String) -> String) -> Command {
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
            let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
            let value = names.and_then(|names| names.first()).map(|name| name.to_lowercase());
            let arg = arg.help(say(format!("help-{name}-{id}"))).help_heading(say(heading.into()));
            match value {
                // clap would add defaults and choices in English; our own words name them.
                Some(value) => arg
                    .value_name(say(format!("help-value-{value}")))
                    .hide_default_value(true)
                    .hide_possible_values(true),
                None => arg,
            }
        });
    }
    let usage = say("help-usage".into());
    command
        .about(say(format!("help-{name}")))
        .override_usage(say(format!("help-{name}-usage")))
        .after_help(say(format!("help-{name}-examples")))
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
}

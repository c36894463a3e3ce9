//! What a shell and the manual know of the program: completions and manual pages, made of the same
//! command line and the same words as its help.

use std::io;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{Console, ManArgs, Status, help};
use crate::text::Text;

/// Prints the completions of a shell.
pub(super) fn completions(shell: Shell, console: &Console<'_>) -> Status {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut help::command(console.text()), "svod", &mut out);
    console.result(&String::from_utf8_lossy(&out));
    Status::Done
}

/// Prints a page of the manual: that of the program, or of one of its commands.
pub(super) fn manual(args: &ManArgs, console: &Console<'_>) -> Status {
    let text = console.text();
    let mut svod = help::command(text);
    svod.build();
    let asked = match args.command.as_deref() {
        None => &svod,
        Some(name) => match svod.find_subcommand(name) {
            Some(command) => command,
            None => {
                let said = text.say("usage-unknown-command", &[("value", name.into())]);
                console.message(&format!("{said}\n"));
                return Status::Usage;
            }
        },
    };
    // Only memory is written to.
    console.result(&page(asked, text).unwrap_or_default());
    Status::Done
}

/// A page in the language of the help. clap's own pages have English headings and run the lines of
/// examples together; its list of options is what is left to it.
fn page(command: &Command, text: &Text) -> io::Result<String> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    let man = Man::new(command.clone().name(name.to_owned()));
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    let said = command.get_about().map(ToString::to_string).unwrap_or_default();
    section(&mut out, &text.get("man-name"), &format!("{name} \u{2013} {said}"))?;
    let usage = text.get(&format!("help-{}-usage", command.get_name()));
    section(&mut out, &text.get("man-synopsis"), &usage)?;
    let mut options = Vec::new();
    man.render_options_section(&mut options)?;
    let options = String::from_utf8_lossy(&options).replace("OPTIONS", &text.get("man-options"));
    out.extend(options.into_bytes());
    let commands: Vec<String> = command
        .get_subcommands()
        .map(|sub| format!("{}\n    {}", sub.get_name(), sub.get_about().unwrap_or_default()))
        .collect();
    section(&mut out, &text.get("man-commands"), &commands.join("\n"))?;
    let more = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    section(&mut out, &text.get("man-examples"), &more)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// A section whose lines stay as they are; nothing if it has none.
fn section(out: &mut Vec<u8>, title: &str, lines: &str) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut roff = Roff::default();
    roff.control("SH", [title]).control("nf", []);
    for line in lines.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff.to_writer(out)
}

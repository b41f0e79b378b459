//! The rules of the family `shell`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod and_or_as_if;
mod and_or_in_brackets;
mod ansi_c_quote_in_sh;
mod append_assignment_in_sh;
mod array_element_in_sh;
mod array_in_sh;
mod backticks;
mod bash_builtin_in_sh;
mod bash_variable_in_sh;
mod brace_expansion_in_sh;
mod builtin_option_in_sh;
mod case_change_in_sh;
mod cd_back;
mod comparison_never_equal;
mod declare_hides_status;
mod double_bracket_in_sh;
mod double_equals_in_sh;
mod echo_aligned_spaces;
mod echo_escapes;
mod echo_flags;
mod echo_flags_in_dash;
mod egrep;
mod errors_to_old_output;
mod escaped_quote_in_single_quotes;
mod expansion_between_quotes;
mod export_of_value;
mod fgrep;
mod find_piped_to_xargs;
mod find_without_path;
mod glob_as_command;
mod grep_piped_to_wc;
mod here_string_in_sh;
mod indirection_in_sh;
mod keyword_as_argument;
mod leading_glob;
mod literal_brace;
mod ln_without_link_name;
mod local_in_sh;
mod loop_over_find;
mod loop_over_lines;
mod loop_over_ls;
mod loop_over_one_word;
mod ls_piped;
mod ls_piped_to_grep;
mod ls_piped_to_xargs;
mod missing_space_in_test;
mod misspelled_variable;
mod mkdir_parent_mode;
mod output_run_as_command;
mod pointless_backslash;
mod prefix_assignment_not_seen;
mod process_substitution_in_sh;
mod ps_piped_to_grep;
mod quote_within_quotes;
mod quoted_tilde;
mod read_and_write_same_file;
mod read_without_raw;
mod redirect_both_in_sh;
mod redirect_inside_find;
mod redirect_overrides_pipe;
mod redirect_to_number;
mod redirect_without_command;
mod regex_match_in_sh;
mod repeated_append;
mod repeated_character_in_glob;
mod replacement_in_sh;
mod rm_path_may_be_root;
mod rm_system_directory;
mod set_option_in_sh;
mod shell_syntax_error;
mod source_in_sh;
mod su_without_command;
mod substring_in_sh;
mod sudo_redirect;
mod suspicious_quote_end;
mod unassigned_variable;
mod unchecked_cd;
mod unquoted_find_pattern;
mod unquoted_grep_pattern;
mod unquoted_substitution;
mod unquoted_tr_set;
mod unquoted_variable;
mod unquoted_variable_in_loop_glob;
mod unused_variable;
mod useless_cat;
mod useless_echo;
mod useless_echo_substitution;
mod variable_in_printf_format;
mod variable_in_single_quotes;
mod x_prefix_comparison;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "and-or-as-if",
        summary: summary("a && b || c is used as an if-then-else, but c also runs when b fails."),
        family: "shell",
        meta: and_or_as_if::META,
    },
    Rule {
        name: "and-or-in-brackets",
        summary: summary("Conditions within [ ] are joined with -a or -o."),
        family: "shell",
        meta: and_or_in_brackets::META,
    },
    Rule {
        name: "ansi-c-quote-in-sh",
        summary: summary("A text in $'...' stands in a script for sh, which need not know it."),
        family: "shell",
        meta: ansi_c_quote_in_sh::META,
    },
    Rule {
        name: "append-assignment-in-sh",
        summary: summary("A value is appended with += in a script for sh."),
        family: "shell",
        meta: append_assignment_in_sh::META,
    },
    Rule {
        name: "array-element-in-sh",
        summary: summary("An element of an array is used in a script for sh, which has no arrays."),
        family: "shell",
        meta: array_element_in_sh::META,
    },
    Rule {
        name: "array-in-sh",
        summary: summary("An array is assigned in a script for sh, which has none."),
        family: "shell",
        meta: array_in_sh::META,
    },
    Rule {
        name: "backticks",
        summary: summary("A command substitution is written with backticks."),
        family: "shell",
        meta: backticks::META,
    },
    Rule {
        name: "bash-builtin-in-sh",
        summary: summary("A builtin that only bash has stands in a script for sh."),
        family: "shell",
        meta: bash_builtin_in_sh::META,
    },
    Rule {
        name: "bash-variable-in-sh",
        summary: summary("A variable that only bash sets is used in a script for sh."),
        family: "shell",
        meta: bash_variable_in_sh::META,
    },
    Rule {
        name: "brace-expansion-in-sh",
        summary: summary("A brace expansion stands in a script for sh, which does not expand it."),
        family: "shell",
        meta: brace_expansion_in_sh::META,
    },
    Rule {
        name: "builtin-option-in-sh",
        summary: summary("A builtin is given an option that sh need not know."),
        family: "shell",
        meta: builtin_option_in_sh::META,
    },
    Rule {
        name: "case-change-in-sh",
        summary: summary("A parameter expansion changes case, in a script for sh, which cannot."),
        family: "shell",
        meta: case_change_in_sh::META,
    },
    Rule {
        name: "cd-back",
        summary: summary("A script goes into a directory and back with cd ..."),
        family: "shell",
        meta: cd_back::META,
    },
    Rule {
        name: "comparison-never-equal",
        summary: summary("The two sides of a comparison can never be equal."),
        family: "shell",
        meta: comparison_never_equal::META,
    },
    Rule {
        name: "declare-hides-status",
        summary: summary("A variable is declared and assigned from a command in one step, which hides that the command failed."),
        family: "shell",
        meta: declare_hides_status::META,
    },
    Rule {
        name: "double-bracket-in-sh",
        summary: summary("[[ ]] stands in a script for sh, which need not know it."),
        family: "shell",
        meta: double_bracket_in_sh::META,
    },
    Rule {
        name: "double-equals-in-sh",
        summary: summary("== compares strings in a script for sh, where the operator is =."),
        family: "shell",
        meta: double_equals_in_sh::META,
    },
    Rule {
        name: "echo-aligned-spaces",
        summary: summary("The arguments of echo are aligned with blanks that the shell drops."),
        family: "shell",
        meta: echo_aligned_spaces::META,
    },
    Rule {
        name: "echo-escapes",
        summary: summary("An escape such as \\n is given to echo, which expands it in some shells and prints it in others."),
        family: "shell",
        meta: echo_escapes::META,
    },
    Rule {
        name: "echo-flags",
        summary: summary("echo is given a flag that the shell need not know."),
        family: "shell",
        meta: echo_flags::META,
    },
    Rule {
        name: "echo-flags-in-dash",
        summary: summary("echo is given a flag in a script for dash or BusyBox, which print it."),
        family: "shell",
        meta: echo_flags_in_dash::META,
    },
    Rule {
        name: "egrep",
        summary: summary("egrep is used, a name that is obsolete."),
        family: "shell",
        meta: egrep::META,
    },
    Rule {
        name: "errors-to-old-output",
        summary: summary("Errors are sent to the output before the output is redirected, so they stay where they were."),
        family: "shell",
        meta: errors_to_old_output::META,
    },
    Rule {
        name: "escaped-quote-in-single-quotes",
        summary: summary("A backslash stands before the quote that ends a single-quoted text."),
        family: "shell",
        meta: escaped_quote_in_single_quotes::META,
    },
    Rule {
        name: "expansion-between-quotes",
        summary: summary("A variable stands between two quoted texts, and so outside the quotes."),
        family: "shell",
        meta: expansion_between_quotes::META,
    },
    Rule {
        name: "export-of-value",
        summary: summary("export is given the value of a variable instead of its name."),
        family: "shell",
        meta: export_of_value::META,
    },
    Rule {
        name: "fgrep",
        summary: summary("fgrep is used, a name that is obsolete."),
        family: "shell",
        meta: fgrep::META,
    },
    Rule {
        name: "find-piped-to-xargs",
        summary: summary("The output of find goes to xargs with names separated by newlines."),
        family: "shell",
        meta: find_piped_to_xargs::META,
    },
    Rule {
        name: "find-without-path",
        summary: summary("find is called without a path to search."),
        family: "shell",
        meta: find_without_path::META,
    },
    Rule {
        name: "glob-as-command",
        summary: summary("The name of a command is a glob."),
        family: "shell",
        meta: glob_as_command::META,
    },
    Rule {
        name: "grep-piped-to-wc",
        summary: summary("Matching lines are counted with wc, which grep -c does by itself."),
        family: "shell",
        meta: grep_piped_to_wc::META,
    },
    Rule {
        name: "here-string-in-sh",
        summary: summary("A here-string stands in a script for sh, which has none."),
        family: "shell",
        meta: here_string_in_sh::META,
    },
    Rule {
        name: "indirection-in-sh",
        summary: summary("A parameter expansion is indirect, in a script for sh, which knows no such thing."),
        family: "shell",
        meta: indirection_in_sh::META,
    },
    Rule {
        name: "keyword-as-argument",
        summary: summary("A keyword of the shell stands where it is only an argument."),
        family: "shell",
        meta: keyword_as_argument::META,
    },
    Rule {
        name: "leading-glob",
        summary: summary("An argument begins with a glob, so file names that begin with a dash become options."),
        family: "shell",
        meta: leading_glob::META,
    },
    Rule {
        name: "literal-brace",
        summary: summary("A brace stands where the shell gives it no meaning."),
        family: "shell",
        meta: literal_brace::META,
    },
    Rule {
        name: "ln-without-link-name",
        summary: summary("ln is given a target but no name for the link."),
        family: "shell",
        meta: ln_without_link_name::META,
    },
    Rule {
        name: "local-in-sh",
        summary: summary("A variable is declared with local in a script for sh."),
        family: "shell",
        meta: local_in_sh::META,
    },
    Rule {
        name: "loop-over-find",
        summary: summary("A loop goes over the output of find."),
        family: "shell",
        meta: loop_over_find::META,
    },
    Rule {
        name: "loop-over-lines",
        summary: summary("A loop over the output of cat goes word by word, not line by line."),
        family: "shell",
        meta: loop_over_lines::META,
    },
    Rule {
        name: "loop-over-ls",
        summary: summary("A loop goes over the output of ls."),
        family: "shell",
        meta: loop_over_ls::META,
    },
    Rule {
        name: "loop-over-one-word",
        summary: summary("A loop goes over a single word."),
        family: "shell",
        meta: loop_over_one_word::META,
    },
    Rule {
        name: "ls-piped",
        summary: summary("The output of ls is read by another command."),
        family: "shell",
        meta: ls_piped::META,
    },
    Rule {
        name: "ls-piped-to-grep",
        summary: summary("The output of ls is searched with grep."),
        family: "shell",
        meta: ls_piped_to_grep::META,
    },
    Rule {
        name: "ls-piped-to-xargs",
        summary: summary("The output of ls goes to xargs, which splits it at blanks."),
        family: "shell",
        meta: ls_piped_to_xargs::META,
    },
    Rule {
        name: "missing-space-in-test",
        summary: summary("A blank is missing after [ or !."),
        family: "shell",
        meta: missing_space_in_test::META,
    },
    Rule {
        name: "misspelled-variable",
        summary: summary("A variable is used that is never assigned, while one with nearly the same name is."),
        family: "shell",
        meta: misspelled_variable::META,
    },
    Rule {
        name: "mkdir-parent-mode",
        summary: summary("mkdir -p -m sets the mode of the last directory only."),
        family: "shell",
        meta: mkdir_parent_mode::META,
    },
    Rule {
        name: "output-run-as-command",
        summary: summary("A command consists of nothing but a command substitution, whose output is run."),
        family: "shell",
        meta: output_run_as_command::META,
    },
    Rule {
        name: "pointless-backslash",
        summary: summary("A backslash stands before a character that needs none, and is removed by the shell."),
        family: "shell",
        meta: pointless_backslash::META,
    },
    Rule {
        name: "prefix-assignment-not-seen",
        summary: summary("A command uses a variable that the assignment before it sets for the command only."),
        family: "shell",
        meta: prefix_assignment_not_seen::META,
    },
    Rule {
        name: "process-substitution-in-sh",
        summary: summary("A process substitution stands in a script for sh, which has none."),
        family: "shell",
        meta: process_substitution_in_sh::META,
    },
    Rule {
        name: "ps-piped-to-grep",
        summary: summary("The output of ps is searched with grep."),
        family: "shell",
        meta: ps_piped_to_grep::META,
    },
    Rule {
        name: "quote-within-quotes",
        summary: summary("Double quotes within double quotes: the inner ones end the outer."),
        family: "shell",
        meta: quote_within_quotes::META,
    },
    Rule {
        name: "quoted-tilde",
        summary: summary("A ~ at the beginning of a path is quoted, so it is not the home directory."),
        family: "shell",
        meta: quoted_tilde::META,
    },
    Rule {
        name: "read-and-write-same-file",
        summary: summary("A command reads a file that the same pipeline writes."),
        family: "shell",
        meta: read_and_write_same_file::META,
    },
    Rule {
        name: "read-without-raw",
        summary: summary("read is called without -r, so backslashes in the input vanish."),
        family: "shell",
        meta: read_without_raw::META,
    },
    Rule {
        name: "redirect-both-in-sh",
        summary: summary("Output and errors are redirected with &> in a script for sh."),
        family: "shell",
        meta: redirect_both_in_sh::META,
    },
    Rule {
        name: "redirect-inside-find",
        summary: summary("A redirection stands between the arguments of find, though it is that of find as a whole."),
        family: "shell",
        meta: redirect_inside_find::META,
    },
    Rule {
        name: "redirect-overrides-pipe",
        summary: summary("The output of a stage of a pipeline is redirected to a file, so that nothing comes through the pipe."),
        family: "shell",
        meta: redirect_overrides_pipe::META,
    },
    Rule {
        name: "redirect-to-number",
        summary: summary("A redirection goes to a file whose name is a number."),
        family: "shell",
        meta: redirect_to_number::META,
    },
    Rule {
        name: "redirect-without-command",
        summary: summary("A redirection stands alone, without a command."),
        family: "shell",
        meta: redirect_without_command::META,
    },
    Rule {
        name: "regex-match-in-sh",
        summary: summary("A text is compared with a regular expression, =~, in a script for sh."),
        family: "shell",
        meta: regex_match_in_sh::META,
    },
    Rule {
        name: "repeated-append",
        summary: summary("Three commands in a row append to the same file, each with a redirection of its own."),
        family: "shell",
        meta: repeated_append::META,
    },
    Rule {
        name: "repeated-character-in-glob",
        summary: summary("A bracket glob holds a character twice: it was probably meant as text."),
        family: "shell",
        meta: repeated_character_in_glob::META,
    },
    Rule {
        name: "replacement-in-sh",
        summary: summary("A parameter expansion replaces text, in a script for sh, which cannot."),
        family: "shell",
        meta: replacement_in_sh::META,
    },
    Rule {
        name: "rm-path-may-be-root",
        summary: summary("rm -r removes a system directory if a variable is empty."),
        family: "shell",
        meta: rm_path_may_be_root::META,
    },
    Rule {
        name: "rm-system-directory",
        summary: summary("rm -r removes a directory that the system needs."),
        family: "shell",
        meta: rm_system_directory::META,
    },
    Rule {
        name: "set-option-in-sh",
        summary: summary("set -o names an option that sh need not know."),
        family: "shell",
        meta: set_option_in_sh::META,
    },
    Rule {
        name: "shell-syntax-error",
        summary: summary("The shell cannot read the command."),
        family: "shell",
        meta: shell_syntax_error::META,
    },
    Rule {
        name: "source-in-sh",
        summary: summary("source stands in a script for sh, where it is called .."),
        family: "shell",
        meta: source_in_sh::META,
    },
    Rule {
        name: "su-without-command",
        summary: summary("su starts a shell for another user, and what follows does not run in it."),
        family: "shell",
        meta: su_without_command::META,
    },
    Rule {
        name: "substring-in-sh",
        summary: summary("A parameter expansion takes a substring, in a script for sh, which cannot."),
        family: "shell",
        meta: substring_in_sh::META,
    },
    Rule {
        name: "sudo-redirect",
        summary: summary("The output of sudo is redirected by the shell, which has not the rights of sudo."),
        family: "shell",
        meta: sudo_redirect::META,
    },
    Rule {
        name: "suspicious-quote-end",
        summary: summary("A quoted text goes over several lines and ends right before a word: a quote is probably missing."),
        family: "shell",
        meta: suspicious_quote_end::META,
    },
    Rule {
        name: "unassigned-variable",
        summary: summary("A variable is used that neither the script nor an ARG or ENV assigns."),
        family: "shell",
        meta: unassigned_variable::META,
    },
    Rule {
        name: "unchecked-cd",
        summary: summary("The script goes on even if it could not change the directory."),
        family: "shell",
        meta: unchecked_cd::META,
    },
    Rule {
        name: "unquoted-find-pattern",
        summary: summary("A pattern of find stands without quotes, so the shell expands it first."),
        family: "shell",
        meta: unquoted_find_pattern::META,
    },
    Rule {
        name: "unquoted-grep-pattern",
        summary: summary("The pattern of grep stands without quotes and holds characters of a glob."),
        family: "shell",
        meta: unquoted_grep_pattern::META,
    },
    Rule {
        name: "unquoted-substitution",
        summary: summary("The output of a command is used without quotes, so it is split into words and globs in it are expanded."),
        family: "shell",
        meta: unquoted_substitution::META,
    },
    Rule {
        name: "unquoted-tr-set",
        summary: summary("A set of tr stands without quotes, so the shell may take it for a pattern of file names."),
        family: "shell",
        meta: unquoted_tr_set::META,
    },
    Rule {
        name: "unquoted-variable",
        summary: summary("A variable is expanded without quotes, so its value is split into words and globs in it are expanded."),
        family: "shell",
        meta: unquoted_variable::META,
    },
    Rule {
        name: "unquoted-variable-in-loop-glob",
        summary: summary("A loop goes over a glob whose directory is a variable without quotes."),
        family: "shell",
        meta: unquoted_variable_in_loop_glob::META,
    },
    Rule {
        name: "unused-variable",
        summary: summary("A shell variable is assigned and never used."),
        family: "shell",
        meta: unused_variable::META,
    },
    Rule {
        name: "useless-cat",
        summary: summary("A pipeline begins with cat of a single file."),
        family: "shell",
        meta: useless_cat::META,
    },
    Rule {
        name: "useless-echo",
        summary: summary("echo prints the output of a command that would print it by itself."),
        family: "shell",
        meta: useless_echo::META,
    },
    Rule {
        name: "useless-echo-substitution",
        summary: summary("A substitution does nothing but echo its value."),
        family: "shell",
        meta: useless_echo_substitution::META,
    },
    Rule {
        name: "variable-in-printf-format",
        summary: summary("The format of printf is a variable."),
        family: "shell",
        meta: variable_in_printf_format::META,
    },
    Rule {
        name: "variable-in-single-quotes",
        summary: summary("A text in single quotes looks as if it should be expanded, but nothing is expanded there."),
        family: "shell",
        meta: variable_in_single_quotes::META,
    },
    Rule {
        name: "x-prefix-comparison",
        summary: summary("Both sides of a comparison begin with an x that is not part of the values."),
        family: "shell",
        meta: x_prefix_comparison::META,
    },
];

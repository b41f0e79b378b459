//! The patterns of `${name#pattern}` and its like: `*`, `?`, and `\` before one of them.

/// A pattern.
pub(super) struct Pattern(Vec<Token>);

enum Token {
    Character(char),
    /// `?`
    Any,
    /// `*`
    Many,
}

/// A backslash before something that needs none.
pub(super) struct InvalidEscape;

impl Pattern {
    pub(super) fn parse(text: &str) -> Result<Self, InvalidEscape> {
        let mut tokens = Vec::new();
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            tokens.push(match c {
                '*' => Token::Many,
                '?' => Token::Any,
                '\\' => match characters.next() {
                    Some(c @ ('*' | '?' | '\\' | '}' | '/')) => Token::Character(c),
                    _ => return Err(InvalidEscape),
                },
                c => Token::Character(c),
            });
        }
        Ok(Self(tokens))
    }

    pub(super) fn trim_prefix<'v>(&self, value: &'v str, longest: bool) -> &'v str {
        self.match_end(value, longest).and_then(|end| value.get(end..)).unwrap_or(value)
    }

    pub(super) fn trim_suffix<'v>(&self, value: &'v str, longest: bool) -> &'v str {
        let mut starts: Vec<usize> = boundaries(value).collect();
        if !longest {
            starts.reverse();
        }
        let whole = |&start: &usize| {
            value.get(start..).is_some_and(|rest| self.match_end(rest, true) == Some(rest.len()))
        };
        starts.into_iter().find(whole).and_then(|start| value.get(..start)).unwrap_or(value)
    }

    /// Replaces the first match, or all, each the longest from where it begins.
    pub(super) fn replace(&self, value: &str, replacement: &str, all: bool) -> String {
        let mut out = String::new();
        let mut rest = value;
        while let Some((start, end)) = boundaries(rest).find_map(|start| {
            let end = self.match_end(rest.get(start..)?, true)?;
            (end > 0).then_some((start, start + end))
        }) {
            out.push_str(rest.get(..start).unwrap_or_default());
            out.push_str(replacement);
            rest = rest.get(end..).unwrap_or_default();
            if !all {
                break;
            }
        }
        out.push_str(rest);
        out
    }

    /// The end of the longest or shortest match that begins where `value` does. Walks the value once and keeps every state.
    fn match_end(&self, value: &str, longest: bool) -> Option<usize> {
        let tokens = &self.0;
        let mut states = vec![false; tokens.len() + 1];
        let mut found = None;
        if let Some(first) = states.first_mut() {
            *first = true;
        }
        self.skip_stars(&mut states);
        for (at, next) in boundaries(value).zip(value.chars().map(Some).chain([None])) {
            if states.last() == Some(&true) {
                found = Some(at);
                if !longest {
                    break;
                }
            }
            let Some(c) = next else { break };
            let mut after = vec![false; states.len()];
            for (index, token) in
                tokens.iter().enumerate().filter(|&(index, _)| states.get(index) == Some(&true))
            {
                let target = match token {
                    Token::Many => index,
                    Token::Any => index + 1,
                    Token::Character(expected) if *expected == c => index + 1,
                    Token::Character(_) => continue,
                };
                if let Some(state) = after.get_mut(target) {
                    *state = true;
                }
            }
            self.skip_stars(&mut after);
            states = after;
        }
        found
    }

    /// A `*` may match nothing.
    fn skip_stars(&self, states: &mut [bool]) {
        let mut before = false;
        for (index, state) in states.iter_mut().enumerate() {
            *state |= before;
            before = *state && matches!(self.0.get(index), Some(Token::Many));
        }
    }
}

/// Every place where a character begins, and the end.
fn boundaries(value: &str) -> impl Iterator<Item = usize> {
    value.char_indices().map(|(at, _)| at).chain([value.len()])
}

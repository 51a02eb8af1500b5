//! Reads Rust source far enough to know what it names: the paths of its `use` lines, the paths written inline, and its
//! text literals. Comments, attributes' texts and `#[cfg(test)]` items are left out.

use std::collections::{BTreeMap, BTreeSet};

/// One file of the tree, as read from disk or written out in a sample.
pub struct Source {
    /// From the root of the repository, with `/`: `src/proposals/web.rs`.
    pub file: String,
    pub text: String,
}

/// A path that a file names, resolved: `["crate", "proposals", "store", "find"]` or `["axum", "Router"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
    /// Whether it is the type of a field of a template's struct.
    pub in_template: bool,
}

/// What one file says.
#[derive(Default)]
pub struct Reading {
    pub named: Vec<Named>,
    /// Text literals, with their lines.
    pub texts: Vec<(String, usize)>,
    /// Names brought in by `use`, and what they stand for.
    pub aliases: BTreeMap<String, Vec<String>>,
}

/// The modules of the crate, by their path from its root: `["proposals", "store"]`.
pub type Modules = BTreeSet<Vec<String>>;

/// The module that a file is; `None` for a file outside `src/`.
pub fn module_of(file: &str) -> Option<Vec<String>> {
    let inner = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut path: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        path.pop();
    }
    Some(path)
}

pub fn modules(sources: &[Source]) -> Modules {
    sources.iter().filter_map(|source| module_of(&source.file)).collect()
}

pub fn read(source: &Source, modules: &Modules) -> Reading {
    let tokens = without_tests(tokens(&source.text));
    let mut reader = Walk {
        tokens: &tokens,
        at: 0,
        modules,
        module: module_of(&source.file).unwrap_or_default(),
        inner: Vec::new(),
        depth: 0,
        struct_depth: None,
        of_template: false,
        reading: Reading::default(),
    };
    reader.walk();
    reader.reading
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Join,
    Sign(char),
    Text(String),
}

type Placed = (Token, usize);

struct Walk<'a> {
    tokens: &'a [Placed],
    at: usize,
    modules: &'a Modules,
    module: Vec<String>,
    /// Inline modules that the walk is inside of, each with the depth of its brace.
    inner: Vec<(String, usize)>,
    depth: usize,
    struct_depth: Option<usize>,
    /// Whether the struct being read, or about to be, derives `Template`.
    of_template: bool,
    reading: Reading,
}

impl Walk<'_> {
    fn walk(&mut self) {
        while let Some((token, line)) = self.tokens.get(self.at).cloned() {
            match token {
                Token::Word(word) if word == "use" => self.import(),
                Token::Word(word) if word == "mod" => self.inline_module(),
                Token::Word(word) if word == "struct" && self.struct_depth.is_none() => {
                    self.struct_depth = Some(self.depth);
                    self.at += 1;
                }
                Token::Word(word) if word == "fn" || word == "enum" => {
                    self.of_template = false;
                    self.at += 1;
                }
                Token::Word(word) if word == "derive" => self.derive(),
                Token::Word(_) if !self.follows_join() => self.inline_path(line),
                Token::Text(text) => {
                    self.reading.texts.push((text, line));
                    self.at += 1;
                }
                Token::Sign(sign) => self.sign(sign),
                Token::Word(_) | Token::Join => self.at += 1,
            }
        }
    }

    fn sign(&mut self, sign: char) {
        self.at += 1;
        match sign {
            '{' | '(' => self.depth += 1,
            '}' | ')' => {
                self.depth = self.depth.saturating_sub(1);
                if sign == '}' {
                    self.inner.retain(|(_, depth)| *depth < self.depth + 1);
                    self.end_of_struct();
                }
            }
            ';' => self.end_of_struct(),
            _ => {}
        }
    }

    fn end_of_struct(&mut self) {
        if self.struct_depth.is_some_and(|depth| depth >= self.depth) {
            self.struct_depth = None;
            self.of_template = false;
        }
    }

    /// `mod name {`: inside it, `self` and `super` mean something else. `mod name;` is another file.
    fn inline_module(&mut self) {
        if let (Some((Token::Word(name), _)), Some((Token::Sign('{'), _))) =
            (self.tokens.get(self.at + 1), self.tokens.get(self.at + 2))
        {
            self.inner.push((name.clone(), self.depth + 1));
        }
        self.at += 1;
    }

    /// `derive(Clone, Template)`: what follows is a template's struct, or not.
    fn derive(&mut self) {
        let rest = self.tokens[self.at..].iter().map(|(token, _)| token);
        let mut derived = rest.take_while(|token| **token != Token::Sign(')'));
        self.of_template = derived.any(|token| *token == Token::Word("Template".to_owned()));
        self.at += 1;
    }

    fn follows_join(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|before| self.tokens[before].0 == Token::Join)
    }

    fn import(&mut self) {
        let line = self.tokens[self.at].1;
        self.at += 1;
        let mut found = Vec::new();
        self.use_tree(&[], &mut found);
        // `impl Trait + use<'_>` is no import.
        for (path, alias) in found.into_iter().filter(|(path, _)| !path.is_empty()) {
            let path = self.resolve(path);
            if let (Some(alias), true) = (alias, path.len() > 1) {
                self.reading.aliases.insert(alias, path.clone());
            }
            self.reading.named.push(Named { path, line, in_template: false });
        }
    }

    /// Reads one branch of a `use`: `a::b::{c, d as e, f::*}`, pushing each leaf with the name it takes here.
    fn use_tree(&mut self, stem: &[String], found: &mut Vec<(Vec<String>, Option<String>)>) {
        let mut path = stem.to_vec();
        loop {
            match self.tokens.get(self.at).map(|(token, _)| token.clone()) {
                Some(Token::Word(word)) if word == "as" => {
                    if let Some((Token::Word(alias), _)) = self.tokens.get(self.at + 1) {
                        found.push((path, Some(alias.clone())));
                        self.at += 2;
                    }
                    return;
                }
                Some(Token::Word(word)) => {
                    if word != "self" || path.is_empty() {
                        path.push(word);
                    }
                    self.at += 1;
                }
                Some(Token::Join) => self.at += 1,
                Some(Token::Sign('{')) => {
                    self.at += 1;
                    while !matches!(self.tokens.get(self.at), Some((Token::Sign('}'), _)) | None) {
                        self.use_tree(&path, found);
                        if matches!(self.tokens.get(self.at), Some((Token::Sign(','), _))) {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                Some(Token::Sign('*')) => {
                    path.push("*".to_owned());
                    self.at += 1;
                }
                _ => {
                    let alias = path.last().filter(|name| *name != "*").cloned();
                    found.push((path, alias));
                    return;
                }
            }
        }
    }

    /// `a::b::c` in the middle of code. A single word counts only as the type of a field, where it can be an alias.
    fn inline_path(&mut self, line: usize) {
        let mut path = Vec::new();
        while let Some((Token::Word(word), _)) = self.tokens.get(self.at) {
            path.push(word.clone());
            self.at += 1;
            match (self.tokens.get(self.at), self.tokens.get(self.at + 1)) {
                (Some((Token::Join, _)), Some((Token::Word(_), _))) => self.at += 1,
                _ => break,
            }
        }
        let in_struct = self.struct_depth.is_some();
        let names_a_field = path.len() == 1 && matches!(self.tokens.get(self.at), Some((Token::Sign(':'), _)));
        if in_struct && names_a_field {
            return;
        }
        let alias = self.reading.aliases.get(&path[0]).cloned();
        let path = match alias {
            Some(stem) => [stem, path[1..].to_vec()].concat(),
            None if path.len() > 1 => self.resolve(path),
            None => return,
        };
        if path.len() > 1 {
            self.reading.named.push(Named { path, line, in_template: in_struct && self.of_template });
        }
    }

    /// From the words as written to a path from the crate's root, or from another crate's.
    fn resolve(&self, path: Vec<String>) -> Vec<String> {
        let mut here = self.module.clone();
        here.extend(self.inner.iter().map(|(name, _)| name.clone()));
        let ups = path.iter().take_while(|word| *word == "super").count();
        let (stem, rest) = match path[0].as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (here, &path[1..]),
            "super" => (here[..here.len().saturating_sub(ups)].to_vec(), &path[ups..]),
            first if self.modules.contains(&[here.clone(), vec![first.to_owned()]].concat()) => (here, &path[..]),
            _ => return path,
        };
        [vec!["crate".to_owned()], stem, rest.to_vec()].concat()
    }
}

/// Drops every item under `#[cfg(test)]`: tests may know more than the code they try.
fn without_tests(tokens: Vec<Placed>) -> Vec<Placed> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let is_mark = |at: usize| {
        tokens.len() >= at + mark.len()
            && mark.iter().zip(&tokens[at..]).all(|(want, (token, _))| match token {
                Token::Word(word) => word == want,
                Token::Sign(sign) => want.chars().eq([*sign]),
                _ => false,
            })
    };
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if is_mark(at) {
            at = end_of_item(&tokens, at + mark.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// The place after the item that starts at `at`: after its `;`, or after the brace that closes it.
fn end_of_item(tokens: &[Placed], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while let Some((token, _)) = tokens.get(at) {
        at += 1;
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign(close @ ('}' | ')' | ']')) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && *close == '}' {
                    break;
                }
            }
            Token::Sign(';') if depth == 0 => break,
            _ => {}
        }
    }
    at
}

/// Cuts source into words, `::`, other signs and texts.
fn tokens(text: &str) -> Vec<Placed> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let rest = &chars[at..];
        let (token, length) = match rest[0] {
            '/' if rest.get(1) == Some(&'/') => (None, until(rest, |r| r[0] == '\n')),
            '/' if rest.get(1) == Some(&'*') => (None, until(&rest[2..], |r| r.starts_with(&['*', '/'])) + 4),
            'r' | 'b' if raw_text(rest).is_some() => raw_text(rest).unwrap_or_default(),
            '"' => quoted(rest),
            '\'' => (None, character(rest)),
            c if c.is_alphanumeric() || c == '_' => {
                let length = until(rest, |r| !(r[0].is_alphanumeric() || r[0] == '_'));
                (Some(Token::Word(rest[..length].iter().collect())), length)
            }
            ':' if rest.get(1) == Some(&':') => (Some(Token::Join), 2),
            c if c.is_whitespace() => (None, 1),
            c => (Some(Token::Sign(c)), 1),
        };
        let length = length.clamp(1, rest.len());
        found.extend(token.map(|token| (token, line)));
        line += rest[..length].iter().filter(|c| **c == '\n').count();
        at += length;
    }
    found
}

fn until(chars: &[char], stop: impl Fn(&[char]) -> bool) -> usize {
    (0..chars.len()).find(|at| stop(&chars[*at..])).unwrap_or(chars.len())
}

/// `"…"`, and how many characters it takes.
fn quoted(chars: &[char]) -> (Option<Token>, usize) {
    let mut at = 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    let end = at.min(chars.len());
    (Some(Token::Text(chars[1..end].iter().collect())), end + 1)
}

/// `r"…"`, `br#"…"#`: a text in which nothing is escaped. `None` if this is a word that merely starts with `r` or `b`.
fn raw_text(chars: &[char]) -> Option<(Option<Token>, usize)> {
    let prefix = until(chars, |rest| !matches!(rest[0], 'r' | 'b'));
    let hashes = until(&chars[prefix..], |rest| rest[0] != '#');
    if prefix > 2 || !chars[..prefix].contains(&'r') || chars.get(prefix + hashes) != Some(&'"') {
        return None;
    }
    let start = prefix + hashes + 1;
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let length = until(&chars[start..], |rest| rest.starts_with(&close));
    let end = (start + length).min(chars.len());
    Some((Some(Token::Text(chars[start..end].iter().collect())), end + close.len()))
}

/// `'a'`, `'\n'`, or the quote of a lifetime, which is one sign.
fn character(chars: &[char]) -> usize {
    match chars {
        [_, '\\', ..] => until(&chars[3.min(chars.len())..], |rest| rest[0] == '\'') + 4,
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}

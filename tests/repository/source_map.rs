//! What each source file uses, read by parsing it: every path of `use` trees, code, macros and attributes, outside of
//! tests, led back to the file or crate that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// A module is the names from the root of the crate to it.
type Module = Vec<String>;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file of src.
#[derive(Debug)]
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// The files that it uses by their positions, each with one path that leads there.
    pub uses: BTreeMap<usize, String>,
    /// The paths that lead out of this crate, whole: `use std::fs` and `fs::read` give `std::fs::read`.
    pub outside: BTreeSet<String>,
    /// The macros it calls, by their last name.
    pub macros: BTreeSet<String>,
    /// The attributes it has, by their last name.
    pub attributes: BTreeSet<String>,
    module: Module,
}

impl File {
    /// The first module of its path.
    pub fn floor(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// Whether one of two files is a module that holds the other.
    pub fn is_kin(&self, other: &Self) -> bool {
        self.module.starts_with(&other.module) || other.module.starts_with(&self.module)
    }
}

/// All files of src.
pub struct SourceMap {
    pub files: Vec<File>,
}

impl SourceMap {
    pub fn read() -> Self {
        let mut found = Vec::new();
        for path in paths() {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            let parsed = syn::parse_file(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
            let mut reader = Reader { at: module_of(&path), ..Reader::default() };
            reader.visit_file(&parsed);
            found.push((path, reader));
        }
        let scopes = Scopes::of(&found);
        let files = found.iter().map(|(path, reader)| scopes.file(path, reader)).collect();
        Self { files }
    }

    /// The crates that Cargo.toml names, as code names them.
    pub fn crates() -> BTreeSet<String> {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        let mut is_table = false;
        let mut crates = BTreeSet::new();
        for line in manifest.lines() {
            if let Some(table) = line.strip_prefix('[') {
                is_table = table.contains("dependencies");
            } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_table && !line.starts_with(' ')) {
                crates.insert(name.replace('-', "_"));
            }
        }
        assert!(crates.contains("egui") && crates.contains("cpu_time"), "{crates:?}");
        crates
    }
}

/// The files that are no tests: nothing but `mod tests;` leads to a file of that name.
fn paths() -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                paths.push(path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    paths.sort();
    assert!(paths.len() > 50);
    paths
}

fn module_of(path: &str) -> Module {
    let names = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    match names {
        "lib" => Vec::new(),
        names => names.split('/').map(str::to_owned).collect(),
    }
}

/// A path as it stands in the text, in the module that it stands in.
#[derive(Clone, Debug)]
struct Named {
    at: Module,
    path: Vec<String>,
}

/// Reads one file.
#[derive(Debug, Default)]
struct Reader {
    at: Module,
    /// What each module calls by a name of its own: the path behind `use ... as name`.
    called: BTreeMap<(Module, String), Vec<String>>,
    modules: BTreeSet<Module>,
    named: Vec<Named>,
    macros: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

impl Reader {
    fn name(&mut self, path: Vec<String>) {
        self.named.push(Named { at: self.at.clone(), path });
    }

    fn follow_use(&mut self, tree: &syn::UseTree, path: &[String]) {
        let with = |name: &syn::Ident| [path, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(part) => self.follow_use(&part.tree, &with(&part.ident)),
            syn::UseTree::Group(group) => group.items.iter().for_each(|part| self.follow_use(part, path)),
            syn::UseTree::Name(name) => self.call(name.ident.to_string(), with(&name.ident)),
            syn::UseTree::Rename(name) => self.call(name.rename.to_string(), with(&name.ident)),
            syn::UseTree::Glob(_) => {
                let is_ours =
                    path.first().is_some_and(|first| ["crate", "kneenote", "self", "super"].contains(&first.as_str()));
                assert!(!is_ours, "{:?}: use {}::* hides what is used", self.at, path.join("::"));
                self.name(path.to_vec());
            }
        }
    }

    /// `use path as name`; `{self}` calls the module by its own name.
    fn call(&mut self, name: String, mut path: Vec<String>) {
        let mut name = name;
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
            if name == "self" {
                name = path.last().cloned().unwrap_or_default();
            }
        }
        self.name(path.clone());
        self.called.insert((self.at.clone(), name), path);
    }

    /// The paths among tokens that nothing parses: `a::b`, and `a::{b, c}` as in a `use`.
    fn follow_tokens(&mut self, tokens: TokenStream, before: &[String]) {
        let mut path = before.to_vec();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end_path(&mut path, before);
                    }
                    path.push(name.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Group(group) if colons == 2 && group.delimiter() == Delimiter::Brace => {
                    self.follow_tokens(group.stream(), &path);
                    path = before.to_vec();
                }
                TokenTree::Group(group) => self.follow_tokens(group.stream(), &[]),
                TokenTree::Punct(sign) if sign.as_char() == '!' && path.len() > before.len() => {
                    self.macros.extend(path.last().cloned());
                }
                _ => {}
            }
            colons = 0;
            self.end_path(&mut path, before);
        }
        self.end_path(&mut path, before);
    }

    fn end_path(&mut self, path: &mut Vec<String>, before: &[String]) {
        if path.len() > 1 && path.len() > before.len() {
            self.name(path.clone());
        }
        *path = before.to_vec();
    }
}

/// Whether it is there only while testing: `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, unix))]`.
fn is_of_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = match &attribute.meta {
            syn::Meta::List(list) if attribute.path().is_ident("cfg") => list.tokens.to_string(),
            _ => String::new(),
        };
        let is_all = condition.starts_with("all") && condition.contains("test") && !condition.contains("not");
        attribute.path().is_ident("test") || condition == "test" || is_all
    })
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            syn::Item::Static(item) => &item.attrs,
            syn::Item::Struct(item) => &item.attrs,
            syn::Item::Enum(item) => &item.attrs,
            syn::Item::Macro(item) => &item.attrs,
            _ => &[],
        };
        if !is_of_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_of_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.at.push(item.ident.to_string());
        self.modules.insert(self.at.clone());
        visit::visit_item_mod(self, item);
        self.at.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.follow_use(&item.tree, &[]);
    }

    /// Who may see something says nothing of what is used.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        // One name alone stands in this file or came by `use`.
        if names.len() > 1 {
            self.name(names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.macros.extend(called.path.segments.last().map(|part| part.ident.to_string()));
        self.follow_tokens(called.tokens.clone(), &[]);
        visit::visit_macro(self, called);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let Some(name) = attribute.path().segments.last().map(|part| part.ident.to_string()) else { return };
        if name == "doc" {
            return;
        }
        self.attributes.insert(name);
        if let syn::Meta::List(list) = &attribute.meta {
            self.follow_tokens(list.tokens.clone(), &[]);
            // serde takes paths as texts.
            for token in list.tokens.clone() {
                if let TokenTree::Literal(text) = token
                    && let Ok(text) = syn::parse_str::<syn::LitStr>(&text.to_string())
                    && let Ok(path) = text.parse::<syn::Path>()
                {
                    self.visit_path(&path);
                }
            }
        }
    }
}

/// All modules of the crate: their files, and what each calls by a name of its own.
struct Scopes {
    files: BTreeMap<Module, usize>,
    modules: BTreeSet<Module>,
    called: BTreeMap<(Module, String), Vec<String>>,
}

impl Scopes {
    fn of(found: &[(String, Reader)]) -> Self {
        let files: BTreeMap<_, _> = found.iter().enumerate().map(|(at, (path, _))| (module_of(path), at)).collect();
        let inline = found.iter().flat_map(|(_, reader)| reader.modules.iter().cloned());
        let modules = files.keys().cloned().chain(inline).collect();
        let called = found.iter().flat_map(|(_, reader)| reader.called.clone()).collect();
        Self { files, modules, called }
    }

    fn file(&self, path: &str, reader: &Reader) -> File {
        let module = module_of(path);
        let own = self.files[&module];
        let mut file = File {
            path: path.to_owned(),
            uses: BTreeMap::new(),
            outside: BTreeSet::new(),
            macros: reader.macros.clone(),
            attributes: reader.attributes.clone(),
            module,
        };
        for named in &reader.named {
            // Each stop on the way: who names what another module only passes on uses both.
            let mut way = Vec::new();
            if let Some(names) = self.follow(&named.at, &named.path, &mut way) {
                file.outside.insert(names.join("::"));
            }
            for stop in way.iter().map(|module| self.file_of(module)).filter(|stop| *stop != own) {
                file.uses.entry(stop).or_insert_with(|| named.path.join("::"));
            }
        }
        file
    }

    /// The file that a module stands in: its own, or that of the module around it.
    fn file_of(&self, module: &[String]) -> usize {
        (0..=module.len()).rev().find_map(|most| self.files.get(&module[..most])).copied().unwrap()
    }

    /// Follows a path from the module that it stands in, through what other modules only pass on; notes each stop, and
    /// returns the whole path when it leads out of the crate.
    fn follow(&self, at: &[String], path: &[String], way: &mut Vec<Module>) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let inner = |name: &str| [at, &[name.to_owned()]].concat();
        match first.as_str() {
            "crate" | "$crate" | "kneenote" => self.enter(Vec::new(), rest, way),
            "self" => self.enter(at.to_vec(), rest, way),
            "super" => self.enter(at.split_last()?.1.to_vec(), rest, way),
            "Self" => None,
            name if self.modules.contains(&inner(name)) => self.enter(inner(name), rest, way),
            name => match self.called.get(&(at.to_vec(), name.to_owned())) {
                // A crate may hold something of its own name.
                Some(path) if path.first() != Some(first) => self.follow(at, &[&path[..], rest].concat(), way),
                _ => Some(path.to_vec()),
            },
        }
    }

    /// Goes on from a module of ours.
    fn enter(&self, at: Module, rest: &[String], way: &mut Vec<Module>) -> Option<Vec<String>> {
        let Some((name, rest_of_it)) = rest.split_first() else {
            way.push(at);
            return None;
        };
        let inner = [&at[..], std::slice::from_ref(name)].concat();
        if name == "super" || name == "self" {
            let at = if name == "super" { at.split_last()?.1.to_vec() } else { at };
            return self.enter(at, rest_of_it, way);
        }
        if self.modules.contains(&inner) {
            return self.enter(inner, rest_of_it, way);
        }
        way.push(at.clone());
        assert!(way.len() < 20, "{at:?} and {name} lead round and round");
        let path = self.called.get(&(at.clone(), name.clone()))?;
        self.follow(&at, &[&path[..], rest_of_it].concat(), way)
    }
}

//! The language of conditions: `walk_no & (injury | onset_sudden) & recent`, `n_of(2; a, b, c)`, `age >= 55`.

use serde::{Deserialize, Deserializer};
use winnow::ascii::{dec_uint, float, multispace0};
use winnow::combinator::{alt, cut_err, delimited, opt, preceded, separated, seq};
use winnow::error::{ContextError, ErrMode, StrContext, StrContextValue};
use winnow::prelude::*;
use winnow::token::take_while;

use super::positions::Slot;
use super::truth::{Truth, at_least};

/// How a number of the runner is compared with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// How it is written in a condition.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }

    /// Whether `value` stands in this relation to `limit`.
    #[must_use]
    pub fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Self::Below => value < limit,
            Self::AtMost => value <= limit,
            Self::Above => value > limit,
            Self::AtLeast => value >= limit,
        }
    }
}

/// A condition over atoms of type `A`: names when read, positions in the table of facts when bound.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr<A> {
    /// `always` is true, `never` is false.
    Constant(bool),
    /// A finding, zone, flag or built-in fact.
    Is(A),
    /// A number against a limit; false when the number was not given.
    Number(A, Comparison, f64),
    /// `!a`
    Not(Box<Self>),
    /// `a & b`
    All(Vec<Self>),
    /// `a | b`
    Any(Vec<Self>),
    /// `n_of(k; a, b, ...)`
    AtLeast(usize, Vec<Self>),
}

/// What an atom of a condition names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtomKind {
    /// A finding, zone or flag.
    Fact,
    /// A number, such as the age.
    Number,
}

impl<A> Expr<A> {
    /// The same condition over other atoms. `bind` is told what the atom names.
    ///
    /// # Errors
    /// The fault of the first atom that `bind` refuses.
    pub fn try_bind<B, E>(&self, bind: &mut impl FnMut(&A, AtomKind) -> Result<B, E>) -> Result<Expr<B>, E> {
        let mut several =
            |parts: &[Self]| -> Result<Vec<Expr<B>>, E> { parts.iter().map(|part| part.try_bind(bind)).collect() };
        Ok(match self {
            Self::Constant(holds) => Expr::Constant(*holds),
            Self::All(parts) => Expr::All(several(parts)?),
            Self::Any(parts) => Expr::Any(several(parts)?),
            Self::AtLeast(wanted, parts) => Expr::AtLeast(*wanted, several(parts)?),
            Self::Not(inner) => Expr::Not(Box::new(inner.try_bind(bind)?)),
            Self::Is(atom) => Expr::Is(bind(atom, AtomKind::Fact)?),
            Self::Number(atom, comparison, limit) => Expr::Number(bind(atom, AtomKind::Number)?, *comparison, *limit),
        })
    }

    /// Calls `visit` for each part that holds no further parts.
    pub fn each_leaf<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        match self {
            Self::Constant(_) | Self::Is(_) | Self::Number(..) => visit(self),
            Self::Not(inner) => inner.each_leaf(visit),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                for part in parts {
                    part.each_leaf(visit);
                }
            }
        }
    }

    /// Calls `visit` for each atom, told what it names.
    pub fn each_atom<'a>(&'a self, visit: &mut impl FnMut(&'a A, AtomKind)) {
        self.each_leaf(&mut |leaf| match leaf {
            Self::Is(atom) => visit(atom, AtomKind::Fact),
            Self::Number(atom, ..) => visit(atom, AtomKind::Number),
            _ => {}
        });
    }

    /// The value of the condition, from the value of each atom.
    pub fn value(&self, fact: &impl Fn(&A) -> Truth, number: &impl Fn(&A) -> Option<f64>) -> Truth {
        self.value_by(fact, &|atom: &A, comparison, limit| {
            number(atom).is_some_and(|value| comparison.holds(value, limit)).into()
        })
    }

    /// The same, where `number` says itself whether a number stands in a relation to a limit.
    pub fn value_by(&self, fact: &impl Fn(&A) -> Truth, number: &impl Fn(&A, Comparison, f64) -> Truth) -> Truth {
        match self {
            Self::Constant(holds) => (*holds).into(),
            Self::Is(atom) => fact(atom),
            Self::Number(atom, comparison, limit) => number(atom, *comparison, *limit),
            Self::Not(inner) => !inner.value_by(fact, number),
            Self::All(parts) => parts.iter().map(|part| part.value_by(fact, number)).min().unwrap_or(Truth::True),
            Self::Any(parts) => parts.iter().map(|part| part.value_by(fact, number)).max().unwrap_or(Truth::False),
            Self::AtLeast(wanted, parts) => at_least(*wanted, parts.iter().map(|part| part.value_by(fact, number))),
        }
    }
}

/// A condition as it stands in a content file: its text, and what the text means.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// As written.
    pub text: String,
    /// As understood.
    pub expr: Expr<String>,
    /// The same with positions in the table of facts; never true before [`Knowledge::read`](super::Knowledge::read)
    /// knew them.
    pub(crate) bound: Expr<Slot>,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// Says at which column what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let expr = delimited(multispace0, any_of, multispace0)
            .parse(text)
            .map_err(|fault| format!("condition \"{text}\", column {}: {}", fault.offset() + 1, fault.inner()))?;
        Ok(Self { text: text.to_owned(), expr, bound: Expr::Constant(false) })
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

type Parsed<T> = Result<T, ErrMode<ContextError>>;

fn symbol<'i>(sign: &'static str) -> impl Parser<&'i str, &'i str, ErrMode<ContextError>> {
    delimited(multispace0, sign, multispace0)
}

fn one_or(mut parts: Vec<Expr<String>>, join: fn(Vec<Expr<String>>) -> Expr<String>) -> Expr<String> {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}

fn any_of(input: &mut &str) -> Parsed<Expr<String>> {
    separated(1.., all_of, symbol("|")).map(|parts| one_or(parts, Expr::Any)).parse_next(input)
}

fn all_of(input: &mut &str) -> Parsed<Expr<String>> {
    separated(1.., term, symbol("&")).map(|parts| one_or(parts, Expr::All)).parse_next(input)
}

fn term(input: &mut &str) -> Parsed<Expr<String>> {
    preceded(
        multispace0,
        alt((
            preceded(symbol("!"), cut_err(term)).map(|inner| Expr::Not(Box::new(inner))),
            delimited(symbol("("), any_of, cut_err(symbol(")"))),
            at_least_of,
            atom,
        )),
    )
    .context(StrContext::Expected(StrContextValue::Description("a name, \"!\", \"(\" or \"n_of\"")))
    .parse_next(input)
}

fn at_least_of(input: &mut &str) -> Parsed<Expr<String>> {
    seq!(
        _: ("n_of", multispace0, "("),
        cut_err(delimited(multispace0, dec_uint::<_, usize, _>, symbol(";"))),
        cut_err(separated(1.., any_of, symbol(","))),
        _: cut_err(symbol(")")),
    )
    .map(|(wanted, parts)| Expr::AtLeast(wanted, parts))
    .parse_next(input)
}

fn atom(input: &mut &str) -> Parsed<Expr<String>> {
    let name = take_while(1.., |c: char| c.is_ascii_alphanumeric() || c == '_').parse_next(input)?;
    let comparison = opt(delimited(
        multispace0,
        // What begins with another comes before it.
        alt([Comparison::AtMost, Comparison::AtLeast, Comparison::Below, Comparison::Above]
            .map(|comparison| comparison.sign().value(comparison))),
        multispace0,
    ))
    .parse_next(input)?;
    Ok(match (name, comparison) {
        (name, Some(comparison)) => Expr::Number(name.to_owned(), comparison, cut_err(float).parse_next(input)?),
        ("always", None) => Expr::Constant(true),
        ("never", None) => Expr::Constant(false),
        (name, None) => Expr::Is(name.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, yes: &[&str], maybe: &[&str], age: Option<f64>) -> Truth {
        Condition::parse(text).unwrap().expr.value(
            &|name| {
                if yes.contains(&name.as_str()) {
                    Truth::True
                } else if maybe.contains(&name.as_str()) {
                    Truth::Maybe
                } else {
                    Truth::False
                }
            },
            &|_| age,
        )
    }

    #[test]
    fn and_binds_closer_than_or() {
        assert_eq!(value("a | b & c", &["a"], &[], None), Truth::True);
        assert_eq!(value("(a | b) & c", &["a"], &[], None), Truth::False);
    }

    #[test]
    fn members_of_n_of_may_be_conditions() {
        assert_eq!(value("n_of(2; a, b | c, !d)", &["c", "d"], &[], None), Truth::False);
        assert_eq!(value("n_of(2; a, b | c, !d)", &["c"], &[], None), Truth::True);
    }

    #[test]
    fn a_number_that_was_not_given_meets_no_limit() {
        assert_eq!(value("age < 16", &[], &[], None), Truth::False);
        assert_eq!(value("age < 16", &[], &[], Some(15.0)), Truth::True);
        assert_eq!(value("age >= 16", &[], &[], Some(16.0)), Truth::True);
    }

    #[test]
    fn not_sure_keeps_a_rule_alive_on_both_sides() {
        assert_eq!(value("hot & !fever", &["hot"], &["fever"], None), Truth::Maybe);
    }

    #[test]
    fn a_fault_names_its_column() {
        let fault = Condition::parse("a & (b | ").unwrap_err();
        assert!(fault.contains("column"), "{fault}");
        assert!(Condition::parse("a b").is_err());
        assert!(Condition::parse("").is_err());
        assert!(Condition::parse("n_of(x; a)").is_err());
    }
}

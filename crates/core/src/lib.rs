//! docklint-core: parse, link, check and fix Dockerfiles, compose files and .env files as one project.
#![forbid(unsafe_code)]

pub mod compose;
pub mod dockerfile;
pub mod dotenv;
pub mod ignorefile;
pub mod image;
pub mod interpolation;
pub mod package_json;
pub mod requirements;
pub mod shell;
mod syntax_error;
pub mod text;
pub mod yaml;

pub use syntax_error::SyntaxError;

//! Tests.

mod imports;
mod support;

//! Tests.

mod imports;

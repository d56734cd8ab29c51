//! Documents: values of the trade in, PDF bytes out.

"""Drafts: a text to be printed is read against the record, and each quotation gets its verdict."""

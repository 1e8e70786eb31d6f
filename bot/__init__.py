"""A question comes in, an answer with its sources goes out."""

"""A question and the accounts that answer it, side by side: each with who gives it, and none above another."""

"""The narrowed document that pages, previews and protocols are drawn from: pure Python."""

"""The rows that everything is measured on, and the parameters drawn from them."""

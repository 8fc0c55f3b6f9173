"""How a page looks where somebody shares its address: its words, its picture, and what machines may know of it."""

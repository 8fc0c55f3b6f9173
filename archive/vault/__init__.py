"""Files: masters kept by their digest, and the derivatives made from them."""

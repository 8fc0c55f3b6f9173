"""The map of testimonies: a ground, a projection, labels that keep out of each other's way, and their drawing."""

"""The timeline: what testimonies tell about, drawn, as a table, and with the events that frame it."""

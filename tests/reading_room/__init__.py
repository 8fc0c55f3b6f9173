"""The public pages, tested through their addresses inside the walls: they reach the edition and nothing else."""

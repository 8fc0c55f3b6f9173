"""The ways out, tried through their addresses inside the walls: they reach the edition and nothing else."""

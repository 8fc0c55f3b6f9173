"""The demonstration collections, loaded through the same door as everything else."""

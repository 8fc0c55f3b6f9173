"""The parts that pages are made of, each in every state, for those who build and judge them. Development only."""

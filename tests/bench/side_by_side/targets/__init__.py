"""What is measured: the programs, what they are sent, their processes and clocks."""

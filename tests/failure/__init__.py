"""What happens when something fails: real processes, a real Redis, real sockets and real sound."""

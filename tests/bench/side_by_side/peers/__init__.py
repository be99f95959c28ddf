"""The peers: each serves POST /graphql from the tables of `peer_tables`, in the way its makers mean it to."""

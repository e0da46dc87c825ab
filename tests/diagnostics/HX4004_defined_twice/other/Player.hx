class Player {}

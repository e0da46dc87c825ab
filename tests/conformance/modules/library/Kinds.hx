package library;
enum Kind { Small; Big(n:Int); }
enum abstract Shade(Int) { var Light; var Dark; }

enum abstract Flag(Int) from Int to Int {
	var None = 0;
	var Read = 1 << 0;
	var Write = 1 << 1;
	@:op(A | B) static function or(a:Flag, b:Flag):Flag;
	public function has(other:Flag):Bool return (this & (other : Int)) != 0;
}
enum abstract Suit(String) to String {
	var Hearts = "h";
	var Spades = "s";
	public static function all():Array<Suit> return [Hearts, Spades];
}
class EnumAbstracts {
	static function main() {
		var f = Read | Write;
		Sys.println(f);
		Sys.println(f.has(Write));
		Sys.println(None.has(Read));
		for (s in Suit.all()) Sys.println("suit " + s);
		Sys.println(Hearts == Spades);
		var code:String = Spades;
		Sys.println(code.length);
	}
}

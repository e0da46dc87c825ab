enum Option<T> {
	Some(v:T);
	None;
}
class GenericEnum {
	static function map<A, B>(o:Option<A>, f:A->B):Option<B>
		return switch (o) {
			case Some(v): Some(f(v));
			case None: None;
		}
	static function orElse<T>(o:Option<T>, other:T):T
		return switch (o) {
			case Some(v): v;
			case _: other;
		}
	static function main() {
		var o = Some(20);
		Sys.println(orElse(map(o, x -> x + 1), 0) * 2);
		Sys.println(orElse(map(o, x -> "s" + x), "none"));
		var none:Option<Float> = None;
		Sys.println(orElse(none, 1.5) / 3);
	}
}

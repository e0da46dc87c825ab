enum Held {
	Of(n:Int);
}

class NegativeInEveryPlace {
	static var still = -1;
	var field = -2;
	function new() {}
	static function main() {
		still--;
		Sys.println(still);
		var o = new NegativeInEveryPlace();
		o.field--;
		Sys.println(o.field);
		var array = [-4];
		array[0]--;
		Sys.println(array[0]);
		var captured = -6;
		var change = () -> captured--;
		change();
		Sys.println(captured);
		var structure = {n: -8};
		structure.n--;
		Sys.println(structure.n);
		switch (Of(-10)) { case Of(n): Sys.println(n); }
	}
}

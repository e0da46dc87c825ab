class Trace {
	static function main() {
		trace("text");
		trace(1 + 1);
		trace([1, 2], "more", 3.5);
		trace({x: 1});
		new Trace().inner();
	}
	function new() {}
	function inner() {
		trace(null);
	}
}
// static: 3: Trace.hx:5: [1,2], more, 3.5

class Cell<T> {
	public var value:T;
	public var history:Array<T> = [];
	public function new(value:T) this.value = value;
	public function set(v:T):Cell<T> {
		history.push(value);
		value = v;
		return this;
	}
}
class GenericFields {
	static function swap<A>(x:Cell<A>, y:Cell<A>) {
		var t = x.value;
		x.value = y.value;
		y.value = t;
	}
	static function main() {
		var a = new Cell(1);
		var b = new Cell(2);
		a.value += 10;
		a.value++;
		swap(a, b);
		Sys.println(a.value + b.value * 100);
		Sys.println(a.set(5).set(6).history);
		var f = new Cell(1.5);
		f.value *= 2;
		Sys.println(f.value / 4);
		var c = new Cell(() -> 7);
		Sys.println(c.value());
		var s = new Cell("x");
		s.value += "y";
		Sys.println(s.value.length);
		var flag = new Cell(true);
		Sys.println(!flag.value || a.value > 0);
	}
}

class Box<T> {
	public var value:T;

	public function new(value:T) {
		this.value = value;
	}

	public function map<S>(f:T->S):Box<S> {
		return new Box(f(value));
	}

	public static function of<T>(value:T):Box<T> {
		return new Box(value);
	}
}

class Pair<A, B> extends Box<A> {
	public final second:B;

	public function new(a:A, b:B) {
		super(a);
		second = b;
	}

	public function swap():Pair<B, A> {
		return new Pair(second, value);
	}
}

interface Comparable<T> {
	function compareTo(other:T):Int;
}

class Version implements Comparable<Version> {
	public var major:Int;

	public function new(major) {
		this.major = major;
	}

	public function compareTo(other:Version):Int {
		return major - other.major;
	}
}

class Generics {
	static function best<T:Comparable<T>>(items:Array<T>):Null<T> {
		var best = items[0];
		for (item in items) if (item.compareTo(best) > 0) best = item;
		return best;
	}

	static function lengthOf<T:{var length(get, never):Int;}>(x:T):Int {
		return x.length;
	}

	static function first<K, V>(m:Map<K, V>):Null<V> {
		for (k => v in m) return v;
		return null;
	}

	static function main() {
		var b = new Box(3);
		$type(b); // Box<Int>
		$type(b.value); // Int
		$type(b.map(x -> "s" + x)); // Box<String>
		$type(b.map(x -> "s" + x).value.length); // Int
		var p = new Pair("a", 1.5);
		$type(p); // Pair<String, Float>
		$type(p.value); // String
		$type(p.swap()); // Pair<Float, String>
		$type(p.swap().map(f -> f + 1)); // Box<Float>
		$type(Box.of([1])); // Box<Array<Int>>
		var base:Box<String> = p;
		$type(best([new Version(1), new Version(2)])); // Null<Version>
		$type(first(["a" => 1])); // Null<Int>
		b.value += 2;
		b.value++;
		var e:Box<Array<String>> = new Box([]);
		e.value.push("x");
		var arr:Array<Dynamic> = [1, 2];
		var dyn:Array<Dynamic> = ["a"];
		var boxed:Box<Dynamic> = new Box("x");
	}
}

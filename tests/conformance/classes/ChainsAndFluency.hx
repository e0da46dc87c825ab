class Builder {
	var parts:Array<String> = [];
	public var inner:Builder;
	public var count = 0;
	public function new() {}
	public function add(s:String):Builder {
		parts.push(s);
		count++;
		return this;
	}
	public function nest():Builder {
		inner = new Builder();
		return inner;
	}
	public function build() return parts.join(" ");
}
class ChainsAndFluency {
	static function main() {
		var b = new Builder().add("a").add("b");
		b.nest().add("x").nest().add("y").count += 5;
		Sys.println(b.build());
		Sys.println(b.inner.inner.count);
		b.inner.inner.count++;
		Sys.println(b.inner.inner.count-- + b.inner.count);
		Sys.println([b, b.inner].map(e -> e.build()).join("|"));
	}
}

class Main {
	static function length(p:{x:Float, y:Float}):Float {
		p.x = p.x * 2;
		return p.x + p.y;
	}
	static function main() {
		length({x: 1, y: 2});
	}
}

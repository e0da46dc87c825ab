class Main {
	static var box = new pack.Shop.Box();
}
